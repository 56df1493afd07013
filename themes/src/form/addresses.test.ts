import { describe, expect, it } from "vitest";
import cases from "./address-cases.json";
import { admits, checkAddress, checkAddresses, coverageOf, isAllAddresses, isList, withEntry, withPasted } from "./addresses";

describe("an address or range", () => {
  it.each(cases.accepted)("is accepted: '%s'", (text) => {
    expect(checkAddress(text)).toBeUndefined();
  });

  it.each(cases.refused)("is refused: '%s'", (text) => {
    expect(checkAddress(text)).toBeDefined();
  });

  it("with bits behind its prefix is told what may be meant", () => {
    expect(checkAddress("192.168.77.5/20")).toEqual({
      code: "address_host_bits",
      params: ["192.168.77.5/20", "192.168.64.0/20", "192.168.77.5"],
    });
  });

  it("above 127.255.255.255 keeps its upper bits", () => {
    expect(checkAddress("255.1.2.3/1")?.params).toEqual(["255.1.2.3/1", "128.0.0.0/1", "255.1.2.3"]);
  });

  it("without a prefix length that is valid is told one that is", () => {
    expect(checkAddress("192.168.77.5/33")).toEqual({
      code: "address_prefix_length",
      params: ["192.168.77.5/33", "192.168.77.0/24"],
    });
  });

  it.each([
    ["", "address_missing"],
    ["10.0.0.1 ", "address_white_space"],
    ["::1", "address_colon"],
    ["010.0.0.1", "address_leading_zero"],
    ["10.0.0", "address_malformed"],
  ])("is told what is wrong as the server tells it: '%s'", (text, code) => {
    expect(checkAddress(text)?.code).toBe(code);
  });
});

describe("a list of addresses", () => {
  it("marks the second of two entries that are the same", () => {
    expect(checkAddresses(["10.0.0.1", "10.0.0.1/32"])).toEqual([
      undefined,
      { code: "duplicate_address", params: ["10.0.0.1/32"] },
    ]);
  });

  it("wants all addresses alone", () => {
    expect(checkAddresses(["0.0.0.0/0", "10.0.0.1"])).toEqual([
      { code: "every_address_not_alone", params: ["0.0.0.0/0"] },
      undefined,
    ]);
    expect(isAllAddresses(["0.0.0.0/0"])).toBe(true);
    expect(isAllAddresses(["0.0.0.0/0", "10.0.0.1"])).toBe(false);
  });
});

describe("the coverage of a list", () => {
  it.each([
    [["203.0.113.7"], 1],
    [["203.0.113.7", "203.0.113.7/32"], 1],
    [["198.51.100.0/24", "198.51.100.8", "198.51.100.0/25"], 256],
    [["198.51.100.0/25", "198.51.100.64/26", "198.51.100.128/25"], 256],
    [["10.0.0.1", "10.0.0.3"], 2],
    [["255.255.255.255", "0.0.0.0"], 2],
    [[], 0],
    [["", "10.0.0.1/8", "nonsense", "10.0.0.1"], 1],
  ])("counts each address once: %j", (entries, addresses) => {
    expect(coverageOf(entries).addresses).toBe(addresses);
  });

  it.each([
    [["0.0.0.0/0"]],
    [["0.0.0.0/1", "128.0.0.0/1"]],
    [["192.0.0.0/2", "0.0.0.0/2", "128.0.0.0/2", "64.0.0.0/2"]],
    [["0.0.0.0/0", "10.0.0.1"]],
  ])("is everything, however it is said: %j", (entries) => {
    expect(coverageOf(entries)).toEqual({ addresses: 4_294_967_296, isEverything: true, isWide: true });
  });

  it.each([
    [["10.0.0.0/16"], false],
    [["10.0.0.0/16", "10.2.0.0/16"], false],
    [["10.0.0.0/15"], true],
    [["10.0.0.0/16", "10.1.0.0/32"], true],
    [["10.0.0.0/17", "10.1.0.0/17", "10.0.128.0/17"], true],
    [["0.0.0.0/1"], true],
  ])("is wide from one range over /16 on, in one entry or in several: %j", (entries, isWide) => {
    expect(coverageOf(entries)).toMatchObject({ isWide, isEverything: false });
  });
});

describe("a list that is pasted", () => {
  it.each(["10.0.0.1, 10.0.0.2", "10.0.0.1\n10.0.0.2\n", "10.0.0.1;10.0.0.2", " 10.0.0.1\t10.0.0.2 10.0.0.1"])(
    "becomes rows: '%s'",
    (text) => {
      expect(isList(text)).toBe(true);
      expect(withPasted([""], 0, text)).toEqual({ entries: ["10.0.0.1", "10.0.0.2"], left: [] });
    },
  );

  it("goes where it was pasted, over what was there", () => {
    expect(withPasted(["10.0.0.8", "10.", "10.0.0.9"], 1, "10.0.0.1 10.0.0.9 10.0.0.2").entries).toEqual([
      "10.0.0.8",
      "10.0.0.1",
      "10.0.0.2",
      "10.0.0.9",
    ]);
    expect(withPasted(["", "", "10.0.0.9"], 1, "10.0.0.1 10.0.0.2").entries).toEqual([
      "10.0.0.1",
      "10.0.0.2",
      "10.0.0.9",
    ]);
  });

  it("leaves what has no room", () => {
    expect(withPasted(["10.0.0.8", ""], 1, "1 2 3 4 5 6 7")).toEqual({
      entries: ["10.0.0.8", "1", "2", "3", "4", "5"],
      left: ["6", "7"],
    });
  });

  it("is none with one entry", () => {
    expect(isList(" 10.0.0.1 ")).toBe(false);
    expect(isList(", ")).toBe(false);
  });
});

describe("a list", () => {
  it("admits what is in one of its entries, to the last address", () => {
    expect(admits(["198.51.100.0/24", "203.0.113.7"], "203.0.113.7")).toBe(true);
    expect(admits(["198.51.100.0/24"], "198.51.100.0")).toBe(true);
    expect(admits(["198.51.100.0/24"], "198.51.100.255")).toBe(true);
    expect(admits(["198.51.100.0/24"], "198.51.101.0")).toBe(false);
    expect(admits(["198.51.100."], "198.51.100.1")).toBe(false);
  });

  it("admits what is not IPv4 only where it admits all", () => {
    expect(admits(["0.0.0.0/0"], "2001:db8::1")).toBe(true);
    expect(admits(["0.0.0.0/1", "128.0.0.0/1"], "2001:db8::1")).toBe(false);
  });

  it("has room for six entries", () => {
    expect(withEntry([""], "10.0.0.1")).toEqual(["10.0.0.1"]);
    expect(withEntry(["10.0.0.1", "", "10.0.0.3"], "10.0.0.2")).toEqual(["10.0.0.1", "10.0.0.2", "10.0.0.3"]);
    expect(withEntry(["10.0.0.1"], "10.0.0.2")).toEqual(["10.0.0.1", "10.0.0.2"]);
    expect(withEntry(["1", "2", "3", "4", "5", "6"], "7")).toBeUndefined();
  });
});
