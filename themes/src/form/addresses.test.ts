import { describe, expect, it } from "vitest";
import cases from "./address-cases.json";
import { checkAddress, checkAddresses, isAllAddresses } from "./addresses";

describe("an address or range", () => {
  it.each(cases.accepted)("is accepted: '%s'", (text) => {
    expect(checkAddress(text)).toBeUndefined();
  });

  it.each(cases.refused)("is refused: '%s'", (text) => {
    expect(checkAddress(text)).toBeDefined();
  });

  it("with bits behind its prefix is told what may be meant", () => {
    expect(checkAddress("192.168.77.5/20")).toEqual({
      key: "hostBits",
      params: { range: "192.168.64.0/20", address: "192.168.77.5" },
    });
  });

  it("above 127.255.255.255 keeps its upper bits", () => {
    expect(checkAddress("255.1.2.3/1")?.params).toEqual({ range: "128.0.0.0/1", address: "255.1.2.3" });
  });
});

describe("a list of addresses", () => {
  it("marks the second of two entries that are the same", () => {
    expect(checkAddresses(["10.0.0.1", "10.0.0.1/32"])).toEqual([undefined, { key: "duplicate" }]);
  });

  it("wants all addresses alone", () => {
    expect(checkAddresses(["0.0.0.0/0", "10.0.0.1"])).toEqual([{ key: "allIsAlone" }, undefined]);
    expect(isAllAddresses(["0.0.0.0/0"])).toBe(true);
    expect(isAllAddresses(["0.0.0.0/0", "10.0.0.1"])).toBe(false);
  });
});
