/** The version of Vega-Lite that the charts are written for. */
export const vegaLiteSchema = 'https://vega.github.io/schema/vega-lite/v6.json'
