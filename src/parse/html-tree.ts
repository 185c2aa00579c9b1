import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const MAX_NODES = 200_000;
const MAX_DEPTH = 20_000;
const MAX_STYLES = 50;

class TooLarge extends Error {}

/** parse5's tree with its `<style>` elements, as far as it had grown when a limit was reached. A few tags can clone thousands of elements. */
export function growTree(html: string): { document: Tree.Document; styles: Tree.Element[]; cut: boolean } {
  let document = defaultTreeAdapter.createDocument();
  const styles: Tree.Element[] = [];
  let nodes = 0;
  let depth = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MAX_NODES) throw new TooLarge();
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument() {
      document = defaultTreeAdapter.createDocument();
      return document;
    },
    createElement(...parts) {
      count();
      const element = defaultTreeAdapter.createElement(...parts);
      if (element.tagName === 'style' && styles.length < MAX_STYLES) styles.push(element);
      return element;
    },
    createCommentNode(data) {
      count();
      return defaultTreeAdapter.createCommentNode(data);
    },
    onItemPush() {
      depth += 1;
      if (depth > MAX_DEPTH) throw new TooLarge();
    },
    onItemPop() {
      depth -= 1;
    },
  };
  try {
    // A mail client runs no script, so it shows <noscript>.
    parse(html, { treeAdapter, scriptingEnabled: false });
    return { document, styles, cut: false };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { document, styles, cut: true };
  }
}
