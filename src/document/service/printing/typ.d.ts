// Typst templates are taken in as text by the bundle of the printing worker.
declare module "*.typ" {
  const source: string;
  // biome-ignore lint/style/noDefaultExport: the bundler hands a text file over as its default export.
  export default source;
}
