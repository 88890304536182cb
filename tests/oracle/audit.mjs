// Runs graphql-http's audit against the server at the address given; prints each finding that is not plain success, then the count.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const result of results.filter((one) => one.status !== 'ok')) console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
console.log(`${results.filter((one) => one.status === 'ok').length} of ${results.length} ok`);
