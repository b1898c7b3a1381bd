// Preloaded (`node --import`) before dependency-cruiser: whoever asks for `typescript` gets TypeScript 6.
// dependency-cruiser cannot read with TypeScript 7, and then passes silently over most of the files.
import Module, { register } from "node:module";
import { pathToFileURL } from "node:url";

const require = Module.createRequire(import.meta.url);
const target = pathToFileURL(require.resolve("typescript6")).href;

// It imports the compiler as a module …
const hook = `export async function resolve(name, context, next) {
  return name === "typescript" ? { url: ${JSON.stringify(target)}, format: "commonjs", shortCircuit: true } : next(name, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

// … but asks for its version by require("typescript/package.json").
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  const asked =
    name === "typescript" || name.startsWith("typescript/")
      ? name.replace("typescript", "typescript6")
      : name;
  return asked === name ? resolveFilename.call(this, name, ...rest) : require.resolve(asked);
};
