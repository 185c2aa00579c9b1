import { edit, mailInto, mustFind, openHome, remove, say, share, uninstall } from './deeds.ts';
import { openDelivery } from './deliver/delivery.ts';
import { command, globalShortcut, messageShortcut, press, pressInView } from './interact.ts';
import { closeView, submit, topView } from './modals.ts';
import { listen } from './server.ts';
import type { FakePost, FakeSlack, FakeSlackOptions } from './types.ts';
import { changed, dmOf, newWorld, postAt, postsOf } from './world.ts';

/**
 * Starts a stand-in for Slack on a port of its own. `types.ts` says what can be done with it; it knows nothing of any
 * particular app. What a test or page gets wrong (a person who is not in the channel, a button that is not there) throws.
 */
export async function openFakeSlack(options: FakeSlackOptions): Promise<FakeSlack> {
  const world = newWorld({ ...options });
  const delivery = openDelivery(world);
  const server = await listen(world, delivery.sockets);
  world.dispatch = delivery.event;

  /** A post that this person can see, those for their eyes only included. */
  const shown = (user: string, at: { channel: string; ts: string }): FakePost =>
    world.posts.find((post) => post.ts === at.ts && post.ephemeralTo === user && !post.deleted) ?? mustFind(world, at);

  return {
    origin: world.origin,
    apiUrl: `${world.origin}/api/`,
    options: world.options,
    users: world.users,
    channels: world.channels,
    log: world.log,

    setRequestUrl(url) {
      world.options.requestUrl = url;
      delivery.wake();
    },
    posts: (channel) => postsOf(world, channel),
    post: (channel, ts) => postAt(world, channel, ts),
    ephemerals: (user) => world.posts.filter((post) => post.ephemeralTo === user && !post.deleted),
    openView: (user) => topView(world, user),
    homeView: (user) => world.homes.get(user),
    dmOf: (user) => dmOf(world, user),
    fileBytes: (id) => world.files.get(id)?.bytes,

    say: async (user, channel, what) => say(world, user, channel, what),
    mailInto: async (channel, mail) => mailInto(world, channel, mail),
    share: async (user, from, toChannel, comment) => share(world, user, from, toChannel, comment),
    edit: async (user, at, text) => edit(world, user, at, text),
    remove: async (user, at) => remove(world, user, at),
    uninstall: async () => uninstall(world),
    openHome: async (user, tab = 'home') => openHome(world, user, tab),

    command: (user, channel, name, text) => command(world, delivery, user, channel, name, text),
    messageShortcut: async (user, at, callbackId) =>
      messageShortcut(world, delivery, user, mustFind(world, at), callbackId),
    globalShortcut: (user, callbackId) => globalShortcut(world, delivery, user, callbackId),
    press: async (user, at, actionId, choice = {}) => press(world, delivery, user, shown(user, at), actionId, choice),
    async pressInView(user, actionId, choice = {}) {
      const view = topView(world, user) ?? world.homes.get(user);
      if (!view) throw new Error(`${user} has no view open`);
      return pressInView(world, delivery, view, actionId, choice);
    },
    submit: (user, values, files = []) => submit(world, delivery, user, values, files),
    closeView: (user) => closeView(world, delivery, user),

    settled: delivery.settled,
    redeliver: delivery.redeliver,
    connections: delivery.sockets.count,
    disconnect: (how = 'refresh_requested') => delivery.sockets.disconnect(how),
    onChange(listener) {
      world.listeners.add(listener);
      return () => world.listeners.delete(listener);
    },
    fail(method, fault, count = 1) {
      const queue = world.faults.get(method) ?? [];
      world.faults.set(method, [...queue, ...Array.from({ length: count }, () => fault)]);
      changed(world);
    },
    async close() {
      delivery.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await delivery.settled();
    },
  };
}
