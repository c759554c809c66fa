/**
 * What the tables are made by, in this order; a migration that was released is never changed, but followed by another. Documents are `json` and not `jsonb`,
 * which would put the steps of a definition and the fields of an event into an order of its own.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE definitions (
      id text NOT NULL,
      version text NOT NULL,
      -- The version stored last is in force.
      number integer NOT NULL GENERATED ALWAYS AS IDENTITY,
      document json NOT NULL CHECK (document::jsonb IS NOT NULL),
      PRIMARY KEY (id, version)
    )`,

    // What lists and lookups need of a complaint's state; the state itself is what its events come to.
    `CREATE TABLE complaints (
      id text PRIMARY KEY,
      customer text NOT NULL,
      definition text NOT NULL,
      version text NOT NULL,
      step text NOT NULL,
      sequence integer NOT NULL,
      cycle integer NOT NULL,
      closed boolean NOT NULL,
      opened_at text NOT NULL,
      entered_at text NOT NULL,
      FOREIGN KEY (definition, version) REFERENCES definitions
    )`,
    'CREATE INDEX ON complaints (customer)',
    'CREATE INDEX ON complaints (definition, version, step) WHERE NOT closed',

    // The primary key is what two people who act at once meet at: an event that is there is never followed by another in its place.
    `CREATE TABLE events (
      complaint text NOT NULL REFERENCES complaints,
      sequence integer NOT NULL CHECK (sequence > 0),
      definition text NOT NULL,
      version text NOT NULL,
      -- The cast refuses what none of its fields could be asked for afterwards, U+0000.
      event json NOT NULL CHECK (event::jsonb IS NOT NULL),
      PRIMARY KEY (complaint, sequence),
      FOREIGN KEY (definition, version) REFERENCES definitions
    )`,

    // What was approved of a complaint: what a command tells, the amount too, stands in the first of its events.
    `CREATE VIEW approvals AS
      SELECT first.complaint, customer, first.event->>'currency' AS currency, (first.event->>'amount')::numeric AS amount
      FROM events first JOIN complaints ON id = first.complaint
      WHERE (first.event->>'amount')::numeric > 0 AND EXISTS (
        SELECT 1 FROM events e
        WHERE e.complaint = first.complaint AND e.sequence BETWEEN first.sequence AND first.sequence + (first.event->>'following')::integer
          AND (e.event->>'type' = 'SolutionApproved' OR e.event->>'command' = 'approveSolution')
      )`,

    `CREATE TABLE requests (
      key text PRIMARY KEY,
      request text NOT NULL,
      status integer NOT NULL,
      location text,
      language text,
      -- As it was sent, byte for byte.
      body text NOT NULL
    )`,

    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what stands in % is never changed', TG_TABLE_NAME;
    END $$`,
    ...['definitions', 'events'].map(
      (table) => `CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ),
  ],
]
