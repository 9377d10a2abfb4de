/** Types of the one global of the pretend platform. The scripts carry no types at run time. */
declare namespace Play {
  type Wrong = { code: string; [name: string]: string | number | undefined };
  type Check = (value: string) => Wrong | null;
  type Fault = Wrong & { clause: string; level: string; error?: string };
  type Answer = { value: string; error: string; faults: Fault[] };
  type Store = { values: Record<string, string>; exit: string; total: number; launches: number };
  type Switches = { refuse: boolean; offline: boolean; throws: boolean };

  interface Element {
    access: "r" | "w" | "rw";
    check: Check;
  }

  /** A part of a package that is launched by itself. */
  interface Sco {
    id: string;
    title: string;
    /** Below the content's address, with its query. */
    address: string;
    tracked: boolean;
    data: string;
    mastery: string;
    threshold: string;
    time: string;
    action: string;
    objectives: string[];
  }

  interface Launch {
    version: "1.2" | "2004" | "2004-3";
    sco: Sco;
    mode: "normal" | "review" | "browse";
    learner: { id: string; name: string };
  }

  interface Call {
    n: number;
    /** Milliseconds since the launch. */
    at: number;
    fn: string;
    args: string[];
    result: string;
    error: string;
    faults: Fault[];
    pretended: string;
  }

  interface Host {
    now(): number;
    called(call: Call): void;
    kept(store: Store): void;
  }

  interface Version {
    api: string;
    prefix: string;
    close: string;
    clause(element: string, fn: string): string;
    elements: Record<string, Element>;
    children: Record<string, string>;
    /** Values that stand before anybody has written. */
    usual: Record<string, string>;
    /** Elements that belong to one launch and are not kept. */
    fresh: string[];
    exit: string;
    time: string;
    suspend: string;
    completion: string;
    success: string;
    response(type: string, value: string): Wrong | null;
    pattern(type: string, value: string): Wrong | null;
    answer: string;
    /** What depends on an id or a type is refused without it. */
    strict: boolean;
    errors: any;
    given(launch: Launch, store: Store): Record<string, string>;
    judged?(element: string, model: Model): string | null;
    conclude(model: Model, launch: Launch): void;
    hundredths(value: string): number;
    begins(store: Store): boolean;
  }

  interface Model {
    values: Map<string, string>;
    given: Record<string, string>;
    value(element: string): string;
    put(element: string, value: string): void;
    get(element: string): Answer;
    set(element: string, value: string): Answer;
  }

  interface Root {
    versions: Record<string, Version>;
    values: {
      text(limit: number, ascii?: boolean): Check;
      oneOf(...words: string[]): Check;
      shaped(pattern: RegExp, form: string): Check;
      number(digits: RegExp, low?: number, high?: number): Check;
      either(first: Check, second: Check): Check;
      each(parts: string[], check: Check, most: number, unique?: boolean): Wrong | null;
      hundredths(value: string): number;
      anything: Check;
    };
    responses: {
      identifier: Check;
      localized(limit: number): Check;
      response(type: string, value: string): Wrong | null;
      pattern(type: string, value: string): Wrong | null;
    };
    elements(read: string[], both: Record<string, Check>, write: Record<string, Check>): Record<string, Element>;
    Model: new (version: Version, given: Record<string, string>, kept: Record<string, string>) => Model;
    Session: any;
    freshStore(): Store;
    [part: string]: any;
  }
}
