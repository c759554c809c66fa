/** So many entries at most a legend lists; beyond, the tooltip tells which is which. */
export const LEGEND_LIMIT = 30
