/** Pixels around a picture: where texts are measured without a browser, wide characters need more than is reckoned. */
export const WIDE_PADDING = { left: 15, right: 40, top: 5, bottom: 5 }
