import { createApp, createSSRApp, shallowReactive } from 'vue';
import { renderToString } from '@vue/server-renderer';
import App from './App.vue.client.js';
import ServerApp from './App.vue.server.js';
import { told } from './told.js';

const state = shallowReactive({});
const set = (props) => Object.assign(state, props);

window.application = {
  told,
  set,
  html: (props) => renderToString(createSSRApp(ServerApp, { state: props })),
  start: (home, props) => createApp(App, { state: set(props) }).mount(home),
  hydrate: (home, props) => createSSRApp(App, { state: set(props) }).mount(home),
};
