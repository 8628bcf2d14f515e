// A strict reading of an XML document into a tree: whatever is not well-formed, or names no namespace, throws.
import { SaxesParser, type SaxesTagNS } from 'saxes';

export class Node {
  /** `{namespace}local`, or the local name alone where there is no namespace. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[] = [];
  text = '';

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.attributes = attributes;
  }

  all(name: string): Node[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The only child of the name. */
  one(name: string): Node {
    const found = this.all(name);
    const [first] = found;
    if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${name} in ${this.name}`);
    return first;
  }

  textOf(name: string): string {
    return this.one(name).text;
  }

  attribute(name: string): string {
    const value = this.attributes.get(name);
    if (value === undefined) throw new Error(`no ${name} on ${this.name}`);
    return value;
  }
}

const nameOf = (uri: string, local: string): string => (uri === '' ? local : `{${uri}}${local}`);

export function readXml(document: string): Node {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const root = new Node('', new Map());
  const open = [root];
  const innermost = (): Node => open.at(-1) ?? root;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = new Map(Object.values(tag.attributes).map((it) => [nameOf(it.uri, it.local), it.value]));
    const node = new Node(nameOf(tag.uri, tag.local), attributes);
    innermost().children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const add = (text: string): void => {
    innermost().text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(document).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('an empty document');
  return element;
}
