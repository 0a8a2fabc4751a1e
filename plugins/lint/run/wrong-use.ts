/** The lint was asked for something that cannot be: a path that is not there, a ref that git does not know. */
export class WrongUse extends Error {}
