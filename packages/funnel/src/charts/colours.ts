/** What became of deals or actors (Brewer's Blues and Reds), alike in every chart. */
export const COLOURS = {
  won: '#084594',
  advanced: '#4292c6',
  open: '#c6dbef',
  lost: '#f4a582',
} as const
