/**
 * What the tables are made by, in this order; a migration that was released is never changed, but followed by another. Amounts are `numeric` without a scale,
 * which keeps every digit it is given. `moments` numbers what happens to an account in the order in which it happens, for all of it happens under one lock.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    'CREATE SEQUENCE moments',

    `CREATE TABLE policies (
      kind text NOT NULL,
      id text NOT NULL,
      version text NOT NULL,
      moment bigint NOT NULL DEFAULT nextval('moments'),
      document jsonb NOT NULL,
      PRIMARY KEY (kind, id, version)
    )`,

    `CREATE TABLE customers (
      id text PRIMARY KEY,
      name text,
      currency text NOT NULL,
      order_policy text NOT NULL,
      terms text NOT NULL,
      grade text,
      report_depth text,
      report_date date,
      dunning_level integer NOT NULL,
      blocked boolean NOT NULL,
      -- The latest day on which something happened: it never goes back, even if a clock does.
      day date NOT NULL
    )`,

    `CREATE TABLE limits (
      moment bigint PRIMARY KEY DEFAULT nextval('moments'),
      customer text NOT NULL REFERENCES customers,
      set_on date NOT NULL,
      -- Null is no limit.
      amount numeric CHECK (amount >= 0),
      valid_until date
    )`,
    'CREATE INDEX ON limits (customer, moment)',

    `CREATE TABLE securities (
      customer text NOT NULL REFERENCES customers,
      kind text NOT NULL CHECK (kind IN ('deposit', 'guarantee')),
      place integer NOT NULL,
      amount numeric NOT NULL CHECK (amount >= 0),
      currency text,
      valid_from date,
      valid_until date,
      joint boolean,
      PRIMARY KEY (customer, kind, place)
    )`,

    `CREATE TABLE orders (
      id text PRIMARY KEY,
      customer text NOT NULL REFERENCES customers,
      amount numeric NOT NULL CHECK (amount >= 0),
      currency text NOT NULL,
      placed_on date NOT NULL,
      status text NOT NULL CHECK (status IN ('accepted', 'held', 'refused', 'delivered', 'invoiced')),
      delivered_on date
    )`,
    `CREATE INDEX ON orders (customer) WHERE status IN ('accepted', 'delivered')`,

    `CREATE TABLE releases (
      moment bigint PRIMARY KEY DEFAULT nextval('moments'),
      order_id text NOT NULL REFERENCES orders,
      released_by text NOT NULL,
      role text NOT NULL,
      given_on date NOT NULL,
      until date NOT NULL,
      amount numeric
    )`,
    'CREATE INDEX ON releases (order_id, moment)',

    `CREATE TABLE decisions (
      moment bigint PRIMARY KEY DEFAULT nextval('moments'),
      order_id text NOT NULL REFERENCES orders,
      policy_kind text NOT NULL,
      policy_id text NOT NULL,
      policy_version text NOT NULL,
      result jsonb NOT NULL,
      FOREIGN KEY (policy_kind, policy_id, policy_version) REFERENCES policies
    )`,
    'CREATE INDEX ON decisions (order_id, moment)',

    `CREATE TABLE invoices (
      id text PRIMARY KEY,
      order_id text NOT NULL UNIQUE REFERENCES orders,
      customer text NOT NULL REFERENCES customers,
      date date NOT NULL,
      due date NOT NULL,
      amount numeric NOT NULL,
      currency text NOT NULL,
      terms_kind text NOT NULL,
      terms_id text NOT NULL,
      terms_version text NOT NULL,
      -- The day from which on nothing of it is open.
      settled_on date,
      FOREIGN KEY (terms_kind, terms_id, terms_version) REFERENCES policies
    )`,
    'CREATE INDEX ON invoices (customer) WHERE settled_on IS NULL',

    `CREATE TABLE payments (
      id text PRIMARY KEY,
      moment bigint NOT NULL DEFAULT nextval('moments'),
      customer text NOT NULL REFERENCES customers,
      date date NOT NULL,
      amount numeric NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      -- As it was spread when it was posted.
      allocation jsonb NOT NULL,
      -- The day from which on nothing of it is on account.
      spent_on date
    )`,
    'CREATE INDEX ON payments (customer) WHERE spent_on IS NULL',

    `CREATE TABLE applications (
      invoice text NOT NULL REFERENCES invoices,
      payment text NOT NULL REFERENCES payments,
      amount numeric NOT NULL,
      PRIMARY KEY (invoice, payment)
    )`,
    'CREATE INDEX ON applications (payment)',

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
    ...['policies', 'limits', 'releases', 'decisions', 'applications'].map(
      (table) => `CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ),
    `CREATE TRIGGER never_changed BEFORE UPDATE OF id, moment, customer, date, amount, currency, allocation OR DELETE ON payments
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ],
]
