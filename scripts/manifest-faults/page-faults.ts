import { load } from 'cheerio';
import { modulesOf } from '../../devsite/manifest';
import type { AppReading } from './app-reading';
import type { Fault } from './fault';

/** A resource of UI Kit is a source file: https://developer.atlassian.com/platform/forge/manifest-reference/resources/ (2026-08) */
const isPage = ({ path }: { readonly path: string }): boolean => !/\.[jt]sx?$/.test(path);

/** Pages that are not built or whose scripts the content policy refuses, and web triggers that answer as they like. */
export const pageFaults = ({ manifest, pages }: AppReading): readonly Fault[] => [
  ...(manifest.resources ?? []).filter(isPage).flatMap(({ key }) => {
    const place = `resources.${key}`;
    const page = pages.get(key);
    if (page === undefined) return [{ place, reason: 'has no index.html: it is not built' }];
    const scripts = load(page)('script:not([src])').toArray();
    const inline = scripts.filter(({ attribs }) => !/json/.test(attribs.type ?? ''));
    const allowed = manifest.permissions?.content?.scripts ?? [];
    return inline.length === 0 || allowed.length > 0 ? [] : [{ place, reason: 'has a script in its page' }];
  }),
  ...modulesOf(manifest, 'webtrigger')
    .filter(({ response }) => response?.type !== 'static')
    .map(({ key }) => ({
      place: `modules.webtrigger.${key}.response`,
      reason:
        'a dynamic answer is a way out of Atlassian: https://developer.atlassian.com/platform/forge/runs-on-atlassian/',
    })),
];
