import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the site knows of an app: its manifest, as far as anything here is simulated. */
export interface Manifest {
  readonly app: {
    readonly id: string;
    readonly runtime: { readonly name: string; readonly memoryMB?: number };
    readonly storage?: { readonly entities?: readonly DeclaredEntity[] };
    readonly licensing?: { readonly enabled: boolean };
  };
  readonly modules: Readonly<Record<string, readonly Module[]>>;
  readonly resources?: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry?: Readonly<Record<string, unknown>>;
  }[];
  readonly permissions?: {
    readonly scopes?: readonly string[];
    readonly content?: Readonly<Record<string, readonly string[]>>;
    readonly external?: Readonly<Record<string, unknown>>;
  };
  readonly environment?: { readonly variables?: readonly (string | { readonly key: string })[] };
}

export interface DeclaredEntity {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: 'string' | 'integer' | 'float' | 'boolean' | 'any' }>>;
  readonly indexes?: readonly (
    | string
    | { readonly name: string; readonly range: readonly string[]; readonly partition?: readonly string[] }
  )[];
}

/** A module as the manifest writes it; which keys it has depends on its type. */
// biome-ignore lint/suspicious/noExplicitAny: each type of module has properties of its own, and who reads one knows them
export type Module = { readonly key: string } & Readonly<Record<string, any>>;

export const readManifest = (file: string): Manifest => parse(readFileSync(file, 'utf8')) as Manifest;

export const modulesOf = (manifest: Manifest, type: string): readonly Module[] => manifest.modules[type] ?? [];
