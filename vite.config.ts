import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { tokensCss } from './renderer/theme/tokensCss.ts';

const tokensModule = 'virtual:xiangyue/tokens.css';

/** The custom properties as a style sheet, made from the theme's one object. */
function designTokens(): Plugin {
  return {
    name: 'xiangyue-design-tokens',
    resolveId: (id) => (id === tokensModule ? `\0${tokensModule}` : undefined),
    load: (id) => (id === `\0${tokensModule}` ? tokensCss() : undefined),
  };
}

/** Every browser we run in reads woff2; without this the build carries each font twice. */
function withoutOldFonts(): Plugin {
  return {
    name: 'xiangyue-without-old-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@fontsource') || !id.endsWith('.css')) return undefined;
      return { code: code.replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/gu, ''), map: null };
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  cacheDir: fileURLToPath(new URL('node_modules/.vite', import.meta.url)),
  plugins: [designTokens(), withoutOldFonts(), react()],
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome120',
    // The content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Hosts know .js; a worker that a package ships as .mjs is the same thing.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.mjs')) ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
