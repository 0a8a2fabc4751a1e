/** The formats that a run can be written down in. */
export const formats = ['pretty', 'json', 'sarif', 'github', 'markdown'] as const
export type Format = (typeof formats)[number]
