// Other people's scripts, as pages load them beside ours.
declare module "*/lib/yaml/index.js" {
  export * from "yaml";
}
declare module "*/lib/node-diff3/diff3.js" {
  export * from "node-diff3";
}
declare module "*/lib/@sveltia/cms/npm/index.js";
declare module "*/lib/docx/docx.js";
declare module "*/lib/write-excel-file/write-excel-file.js";

interface Window {
  /** React's `createElement`, which Sveltia CMS gives. */
  h: Function;
  /** The finder, where it is a plain script. */
  mallistoFinder: any;
}
