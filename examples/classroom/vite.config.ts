import { defaultClientConditions, defineConfig, type Plugin } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** The one file has a name that a teacher finds again on a stick. */
const renamed: Plugin = {
  name: 'renamed',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html']
    if (page !== undefined) page.fileName = 'clientele-classroom.html'
  },
}

/** `vite build` makes the folder, `vite build --mode single-file` puts the one file into it. */
export default defineConfig(({ mode }) => ({
  base: './',
  // The packages from their sources: nothing must be built before.
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
  build: { target: 'es2022', emptyOutDir: mode !== 'single-file', reportCompressedSize: false, chunkSizeWarningLimit: 2000 },
  plugins: mode === 'single-file' ? [viteSingleFile(), renamed] : [],
}))
