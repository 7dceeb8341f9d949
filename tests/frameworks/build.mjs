// Makes the scripts that the tests' pages load, in `pages/` of the working folder, where the frameworks
// are installed and esbuild is on the path: an application in each framework, and what needs none.

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(resolve('package.json'));
const svelte = require('svelte/compiler');
const vue = require('@vue/compiler-sfc');

/** As they come, for a `<script>`. */
const READY_MADE = {
  'htmx2.js': 'htmx2/dist/htmx.js',
  'htmx4.js': 'htmx.org/dist/htmx.js',
  'idiomorph.js': 'idiomorph/dist/idiomorph-ext.js',
  'turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
};

/** Development builds: they say more, and React mounts everything twice. */
const DEFINES = {
  'process.env.NODE_ENV': '"development"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  // So that React does not recommend its tools.
  __REACT_DEVTOOLS_GLOBAL_HOOK__: '{"isDisabled":true}',
};

const REACT_18 = { react: './react18/node_modules/react', 'react-dom': './react18/node_modules/react-dom' };

function bundle(source, name, { aliases = {}, jsx = 'react' } = {}) {
  const options = [
    ...Object.entries(DEFINES).map(([word, value]) => `--define:${word}=${value}`),
    ...Object.entries(aliases).map(([from, to]) => `--alias:${from}=${to}`),
    '--jsx=automatic',
    `--jsx-import-source=${jsx}`,
    '--conditions=development',
    '--log-level=warning',
  ];
  const files = [`sources/${source}`, `--outfile=pages/${name}.js`];
  execFileSync('esbuild', [...files, '--bundle', '--format=esm', ...options], { stdio: 'inherit' });
}

function compileSvelte(source, generate) {
  return svelte.compile(source, { generate, dev: true, filename: 'App.svelte' }).js.code;
}

function compileVue(source, generate) {
  const compilerOptions = { isCustomElement: (tag) => tag === 'story-card' };
  const { descriptor } = vue.parse(source, { filename: 'App.vue', templateParseOptions: compilerOptions });
  const templateOptions = { ssr: generate === 'server', ssrCssVars: [], compilerOptions };
  return vue.compileScript(descriptor, { id: 'app', inlineTemplate: true, templateOptions }).content;
}

cpSync(new URL('.', import.meta.url), 'sources', { recursive: true });
mkdirSync('pages', { recursive: true });
for (const [name, compile] of [['App.svelte', compileSvelte], ['App.vue', compileVue]]) {
  const source = readFileSync(`sources/${name}`, 'utf8');
  for (const generate of ['client', 'server']) writeFileSync(`sources/${name}.${generate}.js`, compile(source, generate));
}
bundle('react-ref.jsx', 'react18', { aliases: REACT_18 });
bundle('react-ref.jsx', 'react19-ref');
bundle('react-props.jsx', 'react19');
bundle('preact.jsx', 'preact', { jsx: 'preact' });
bundle('vue.js', 'vue');
bundle('svelte.js', 'svelte');
for (const [name, file] of Object.entries(READY_MADE)) copyFileSync(`node_modules/${file}`, `pages/${name}`);
