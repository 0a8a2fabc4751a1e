import { Command } from 'commander'

export const formats = new Command('formats')
  .description('List the formats that snippets are handed over in, with their source and how sure it is')
  .action(async () => {
    const { formats } = await import('../src/snippets/formats.ts')
    const { renderFormats } = await import('../src/snippets/formats/render-formats.ts')
    console.log(renderFormats(formats))
    console.log(`
Any other tool: download its CSV template, save it beside the plan, and say once what its columns hold:

exports:
  templates:
    metricool:
      file: ./exports/metricool.csv
      columns:
        Text: '{text}'
        Date: '{year}-{month}-{day}'
        Time: '{hour}:{minute}:00'
        Picture Url 1: '{image}'
        Alt text picture 1: '{alt}'
      networks: { facebook: Facebook, linkedin: LinkedIn }
      mostRows: 50`)
  })
