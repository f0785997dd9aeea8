// Checks the manifest on standard input against Microsoft's schema of its version; prints "valid", or what is wrong.
//   node validate.cjs FOLDER_OF_NODE_MODULES < manifest.json
const fs = require("node:fs");
const path = require("node:path");

const folder = process.argv[2];
const load = (name) => {
  const loaded = require(require.resolve(name, { paths: [folder] }));
  return loaded.default ?? loaded;
};
const Ajv = load("ajv-draft-04");
const manifest = JSON.parse(fs.readFileSync(0, "utf8"));
const schema = path.join(
  folder,
  "node_modules/@microsoft/app-manifest/build/json-schemas/teams",
  `v${manifest.manifestVersion}`,
  "MicrosoftTeams.schema.json",
);
const ajv = new Ajv({ allErrors: true, strict: false });
load("ajv-formats")(ajv);
const isValid = ajv.validate(JSON.parse(fs.readFileSync(schema, "utf8")), manifest);
console.log(isValid ? "valid" : ajv.errorsText());
