import { hydrate, mount } from 'svelte';
import { render } from 'svelte/server';
import App from './App.svelte.client.js';
import ServerApp from './App.svelte.server.js';
import { told } from './told.js';

let app;
window.application = {
  told,
  html: (props) => render(ServerApp, { props }).body,
  start: (target, props) => (app = mount(App, { target, props })),
  hydrate: (target, props) => (app = hydrate(App, { target, props })),
  set: (props) => app.set(props),
};
