const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for you on the disk',
  EFBIG: 'the file would be larger than is allowed here',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it can only be read',
  ENOTDIR: 'a file is in its place',
  EEXIST: 'a file is in its place',
  EISDIR: 'it is a folder',
}

/** Why something could not be written, as a clause. */
export function explainDisk(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException
  return reasons[code] ?? message
}
