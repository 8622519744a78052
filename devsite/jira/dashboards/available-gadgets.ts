import { type Module, modulesOf } from '../../manifest';
import { extensionKey } from '../extension-key';
import type { World } from '../world';

/** A kind of gadget that may be put on a dashboard. */
export interface AvailableGadget {
  readonly moduleKey: string;
  readonly title: string;
}

/** The app's gadgets; those that Jira brings along are not simulated. */
export const availableGadgets = ({ manifest }: World): readonly AvailableGadget[] =>
  modulesOf(manifest, 'jira:dashboardGadget').map((module) => ({
    moduleKey: extensionKey(manifest.app.id, module.key),
    title: titleOf(module),
  }));

function titleOf({ key, title }: Module): string {
  const text = title?.text ?? title;
  return typeof text === 'string' ? text : String(text?.i18n ?? key);
}
