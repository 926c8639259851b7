import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'

export default defineConfig({
  base: './',
  plugins: [
    vue(),
    // Element Plus is imported by use; our own parts are imported by name, so no folder is scanned.
    Components({ dirs: [], dts: 'src/components.d.ts', resolvers: [ElementPlusResolver()] }),
  ],
  build: { target: 'safari16', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    // A whole form is walked through in some: a busy machine of two cores needs longer than the usual five seconds.
    testTimeout: 30_000,
    server: { deps: { inline: ['element-plus'] } },
  },
})
