import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type { Manifest } from '../manifest';

const silent = { info: () => undefined };

/** The content security policy under which the platform serves a page of the app. */
export function contentPolicy(html: string, permissions: Manifest['permissions'], pagesOrigin: string): string {
  const declared = (permissions ?? {}) as unknown as Parameters<CSPProcessingService['getCspDetails']>[1];
  const existingCSPDetails = new CSPProcessingService(silent, load).getCspDetails(html, declared);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: pagesOrigin })
    .filter((directive) => !reportsToAtlassian(directive))
    .join('; ');
}

const reportsToAtlassian = (directive: string): boolean => directive.startsWith('report-uri');
