/** Size of the pictures for social cards in pixels: what networks ask for, and what search engines need at least. */
export const cardSize = { width: 1200, height: 630 }
