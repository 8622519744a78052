import { slotAlias } from '@fettle/sla/domain/slot-aliases';

/** Issues whose clock of a slot runs or is paused. */
export const openIn = (slot: number): string => `${slotAlias(slot, 'State')} in (running, paused)`;

/** Those of them that are breached: by the due instant, since a slot's result says so only once something happens to its issue. */
export const breachedAndOpenIn = (slot: number): string => `${openIn(slot)} AND ${slotAlias(slot, 'Due')} <= now()`;
