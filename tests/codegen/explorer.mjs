// node explorer.mjs ADDRESS FETCHER FOLDER KEY: the page's fetcher (FETCHER, a .ts file), compiled into FOLDER, asks the service at ADDRESS as GraphiQL calls it. A line for each answer.
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'graphql';
import ts from 'typescript';

const [address, source, folder, key] = process.argv.slice(2);
const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
writeFileSync(join(folder, 'fetcher.mjs'), ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions: options }).outputText);
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
const { fetcher } = await import(pathToFileURL(join(folder, 'fetcher.mjs')));

// The page asks at the path; here there is no page.
const page = globalThis.fetch;
let asked = () => {};
globalThis.fetch = async (path, request) => {
  const response = await page(new URL(path, address), request);
  asked();
  return response;
};
const ask = (query, headers) => fetcher({ query }, { headers, documentAST: parse(query) });
const print = (answer) => console.log(JSON.stringify(answer));
const keyed = { Authorization: `Bearer ${key}` };

print(await ask('{ __typename }', {}));
print(await ask('{ __typename }', keyed));
for await (const refusal of ask('subscription { changed { types } }', {})) print(refusal);
const opened = new Promise((resolve) => (asked = resolve));
const events = ask('subscription { changed { types } }', keyed);
const first = events.next();
await opened; // The head of the stream has come, so the subscription is in force.
await ask('mutation { ingestRecord(record: "{\\"document\\": {\\"title\\": \\"甲文\\"}}") { effect } }', keyed);
print((await first).value);
await events.return();
