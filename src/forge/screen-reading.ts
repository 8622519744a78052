import type { ScreenReading } from '../set-up/domain/reading';
import { configured } from './jira-admin';
import { described } from './jira-described';

/** Screens by their ids, with the fields on all their tabs: one that stands on another tab is on the screen as well. */
export async function screenReadings(ids: readonly string[]): Promise<readonly ScreenReading[]> {
  return Promise.all((await configured.screensById(ids)).map(described).map(screenReading));
}

async function screenReading(screen: ReturnType<typeof described>): Promise<ScreenReading> {
  const tabs = await configured.tabs(screen.id);
  const lists = await Promise.all(tabs.map(({ id }) => configured.tabFields(screen.id, String(id))));
  const [first] = tabs;
  return { ...screen, tabId: first && String(first.id), fieldIds: lists.flat().map(({ id }) => id) };
}

/** A screen whose one tab got a field. */
export async function tabAgain(screen: ScreenReading, tab: string): Promise<ScreenReading> {
  const fields = await configured.tabFields(screen.id, tab);
  return { ...screen, fieldIds: [...new Set([...screen.fieldIds, ...fields.map(({ id }) => id)])] };
}
