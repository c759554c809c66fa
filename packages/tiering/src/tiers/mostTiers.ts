/** How many tiers there may be: the work of projecting them rises with the third power of their number. */
export const MOST_TIERS = 100
