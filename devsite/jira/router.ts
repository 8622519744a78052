import type { Route } from './route';

interface Node {
  readonly fixed: Map<string, Node>;
  parameter?: Node;
  readonly routes: Map<string, Route>;
}

export interface Match {
  readonly route: Route;
  /** Decoded. */
  readonly path: Readonly<Record<string, string>>;
}

const newNode = (): Node => ({ fixed: new Map(), routes: new Map() });

const isParameter = (segment: string): boolean => segment.startsWith('{');

function under(node: Node, segment: string): Node {
  if (isParameter(segment)) {
    node.parameter ??= newNode();
    return node.parameter;
  }
  const known = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, known);
  return known;
}

function find(node: Node, segments: readonly string[], at: number, method: string): Route | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.routes.get(method);
  const fixed = node.fixed.get(segment);
  const found = fixed && find(fixed, segments, at + 1, method);
  if (found) return found;
  return node.parameter && segment !== '' ? find(node.parameter, segments, at + 1, method) : undefined;
}

/** A segment as it was meant; one that is wrongly encoded stays as it is, and names nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function parametersOf(route: Route, segments: readonly string[]): Record<string, string> {
  const path: Record<string, string> = {};
  route.path.split('/').forEach((name, place) => {
    if (isParameter(name)) path[name.slice(1, -1)] = decoded(segments[place] ?? '');
  });
  return path;
}

/** Finds the route of a method and path; a fixed segment goes before a parameter. */
export function router(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const root = newNode();
  for (const route of routes) route.path.split('/').reduce(under, root).routes.set(route.method, route);
  return (method, path) => {
    const segments = path.split('/');
    const route = find(root, segments, 0, method);
    return route && { route, path: parametersOf(route, segments) };
  };
}
