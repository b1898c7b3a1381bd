// The half of pdf.js that reads; it comes without types, and pdf.js takes it as it is.
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
