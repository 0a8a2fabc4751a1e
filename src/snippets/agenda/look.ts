/** How text looks best where it is read. */
export interface Look {
  /** Columns that a line may have. */
  columns: number
  /** Dresses words, or leaves them plain. */
  style(format: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string): string
}
