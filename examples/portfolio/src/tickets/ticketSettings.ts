import type { PortfolioConfig } from '../config/types.js'
import type { TicketSettings } from './types.js'

/** What a config says of tickets, with what it leaves to the rest of the config or unsaid; undefined where it says nothing. */
export function ticketSettings({ asOf, tickets }: PortfolioConfig): TicketSettings | undefined {
  return tickets === undefined ? undefined : { times: 'ISO 8601', asOf, ...tickets }
}
