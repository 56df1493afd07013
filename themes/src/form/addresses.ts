import type { Finding } from "../api/types";
import { finding } from "../problem/problems";

export const ALL_ADDRESSES = "0.0.0.0/0";
export const MAX_ADDRESSES = 6;

const OCTET = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
const ADDRESS = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const SEPARATORS = /[\s,;]+/;
const PREFIX_LENGTH = /^(?:0|[1-9]|[12][0-9]|3[0-2])$/;

/**
 * What is wrong with an entry as it is typed, so that the server's refusal comes as no surprise. The rules are the
 * server's; cases that both have to judge alike are in `address-cases.json`.
 */
export function checkAddress(text: string): Finding | undefined {
  const [address = "", prefixLength, ...rest] = text.split("/");
  if (text === "") {
    return finding("address_missing", null);
  }
  if (/\s/.test(text)) {
    return finding("address_white_space", text);
  }
  if (address.includes(":")) {
    return finding("address_colon", text);
  }
  if (/(^|\.)0[0-9]/.test(address)) {
    return finding("address_leading_zero", text);
  }
  if (!ADDRESS.test(address)) {
    return finding("address_malformed", text);
  }
  if (prefixLength === undefined) {
    return undefined;
  }
  if (rest.length > 0 || !PREFIX_LENGTH.test(prefixLength)) {
    return finding("address_prefix_length", text, rangeAround(address, 24));
  }
  const range = rangeAround(address, Number(prefixLength));
  return range === text ? undefined : finding("address_host_bits", text, range, address);
}

/** What is wrong with each entry; undefined where nothing is. */
export function checkAddresses(entries: string[]): (Finding | undefined)[] {
  return entries.map((entry, index) => {
    const problem = checkAddress(entry);
    if (problem) {
      return problem;
    }
    if (entries.slice(0, index).some((earlier) => canonical(earlier) === canonical(entry))) {
      return finding("duplicate_address", entry);
    }
    return entry === ALL_ADDRESSES && entries.length > 1 ? finding("every_address_not_alone", entry) : undefined;
  });
}

export function isAllAddresses(entries: string[]): boolean {
  return entries.length === 1 && entries[0] === ALL_ADDRESSES;
}

/** Puts a list that was pasted into a row there and below it, each entry once; what has no room is left. */
export function withPasted(entries: string[], index: number, text: string): { entries: string[]; left: string[] } {
  const others = entries.filter((entry, row) => row !== index && entry !== "");
  const found = [...new Set(text.split(SEPARATORS).filter((entry) => entry !== ""))].filter(
    (entry) => !others.some((other) => canonical(other) === canonical(entry)),
  );
  const room = found.slice(0, MAX_ADDRESSES - others.length);
  const above = entries.slice(0, index).filter((entry) => entry !== "");
  const joined = [...above, ...room, ...others.slice(above.length)];
  return { entries: joined.length === 0 ? [""] : joined, left: found.slice(room.length) };
}

/** Whether a text is more than one entry. */
export function isList(text: string): boolean {
  return text.split(SEPARATORS).filter((entry) => entry !== "").length > 1;
}

/** Whether an address is one of those that a list admits. One that is not IPv4 is admitted where all are. */
export function admits(entries: string[], address: string): boolean {
  if (checkAddress(address) !== undefined || address.includes("/")) {
    return isAllAddresses(entries);
  }
  const bits = bitsOf(address);
  return entries
    .filter((entry) => checkAddress(entry) === undefined)
    .map(boundsOf)
    .some(([first, end]) => first <= bits && bits < end);
}

/** The list with an entry more, in the first blank row or else at the end; undefined where there is no room. */
export function withEntry(entries: string[], entry: string): string[] | undefined {
  const blank = entries.indexOf("");
  if (blank >= 0) {
    return entries.with(blank, entry);
  }
  return entries.length < MAX_ADDRESSES ? [...entries, entry] : undefined;
}

/** How many addresses a list admits, each counted once. */
export interface Coverage {
  addresses: number;
  /** Every address there is, however the list says so. */
  isEverything: boolean;
  /** Some uninterrupted range of it is wider than a `/16`: too much for one machine and its neighbours. */
  isWide: boolean;
}

/** Measures the union of all entries that can be read; those that cannot admit nothing. */
export function coverageOf(entries: string[]): Coverage {
  const ranges: [first: number, end: number][] = [];
  const sorted = entries
    .filter((entry) => checkAddress(entry) === undefined)
    .map(boundsOf)
    .sort(([one], [other]) => one - other);
  for (const [first, end] of sorted) {
    const last = ranges.at(-1);
    if (last && first <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      ranges.push([first, end]);
    }
  }
  const sizes = ranges.map(([first, end]) => end - first);
  const addresses = sizes.reduce((sum, size) => sum + size, 0);
  return {
    addresses,
    isEverything: addresses === 2 ** 32,
    isWide: sizes.some((size) => size > 2 ** 16),
  };
}

/** An address and its `/32` are the same. */
function canonical(entry: string): string {
  return entry.replace(/\/32$/, "");
}

function rangeAround(address: string, prefixLength: number): string {
  const bits = bitsOf(address);
  const first = bits - (bits % 2 ** (32 - prefixLength));
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefixLength}`;
}

function bitsOf(address: string): number {
  return address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

/** The first address of a valid entry, and the one behind its last. */
function boundsOf(entry: string): [first: number, end: number] {
  const [address = "", prefixLength = "32"] = entry.split("/");
  const first = bitsOf(address);
  return [first, first + 2 ** (32 - Number(prefixLength))];
}

/** The choice, and the rows that are kept while "All IP addresses" is chosen. */
export interface Addresses {
  areLimited: boolean;
  entries: string[];
}

/** What is stored, as it is edited. */
export function addressesOf(allowedIps: string[]): Addresses {
  return isAllAddresses(allowedIps)
    ? { areLimited: false, entries: [""] }
    : { areLimited: true, entries: allowedIps.length === 0 ? [""] : allowedIps };
}

/** What is edited, as it is stored. */
export function allowedIpsOf({ areLimited, entries }: Addresses): string[] {
  return areLimited ? entries : [ALL_ADDRESSES];
}

/** Whether this can be stored. */
export function areAddressesValid({ areLimited, entries }: Addresses): boolean {
  return !areLimited || checkAddresses(entries).every((problem) => problem === undefined);
}
