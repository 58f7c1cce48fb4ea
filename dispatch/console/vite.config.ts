import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licenceFile } from './build/licenceFile';

/** The console is served by Quarkus from META-INF/resources, under any path prefix (relative base). */
export default defineConfig({
  base: './',
  plugins: [react(), licenceFile('THIRD-PARTY-LICENCES.txt')],
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1600,
    rollupOptions: {
      output: {
        manualChunks: {
          antd: ['antd'],
          map: ['ol/Map', 'ol/View', 'ol/layer/Vector', 'ol/layer/Graticule', 'topojson-client'],
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: process.env.MOTORPOOL_URL ?? 'http://127.0.0.1:8080' } },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    reporters: ['default'],
  },
});
