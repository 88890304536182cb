// node client.mjs ADDRESS FOLDER: types for FOLDER/query.graphql from the schema served at ADDRESS, by @graphql-codegen/cli; then FOLDER/client.ts is checked, compiled and run.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';

const [address, folder] = process.argv.slice(2);
const generated = { plugins: ['typescript-operations'], config: { scalars: { Date: 'string' } } };
const [types] = await generate({ schema: address, documents: join(folder, 'query.graphql'), generates: { [join(folder, 'types.ts')]: generated }, silent: true }, false);
writeFileSync(join(folder, 'types.ts'), types.content);
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');
const options = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom'];
execFileSync(process.execPath, [compiler, ...options, join(folder, 'client.ts')], { stdio: 'inherit' });
execFileSync(process.execPath, [join(folder, 'client.js')], { stdio: 'inherit' });
