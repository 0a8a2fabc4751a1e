/** A field of a form, as Decap CMS and Sveltia CMS read it. */
export interface FormField {
  name: string
  label: string
  label_singular?: string
  widget: string
  required?: boolean
  hint?: string
  [option: string]: unknown
}

/** A value that can be chosen, and what people read for it. */
export interface Choice {
  label: string
  value: string
}
