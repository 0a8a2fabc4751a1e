/** So many posts stand in a feed, the newest ones. */
export const feedLength = 30
