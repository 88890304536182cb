import { defineConfig } from 'vite';

// The service serves the bundle under this path; nothing is loaded from elsewhere.
export default defineConfig({
  base: '/graphql/explorer/',
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 8000 },
  worker: { format: 'es' },
});
