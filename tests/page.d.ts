/** What the page's half of the player hangs on the one global. */
declare namespace Lessonkit {
  interface Namespace {
    dom: {
      one(selector: string, within?: ParentNode): any;
      all(selector: string, within?: ParentNode): any[];
      byId(id: string): any;
      make(tag: string, kind?: string, ...inner: (string | Node)[]): any;
      icon(name: string): SVGSVGElement;
      button(kind: string, text: string, press: () => void): any;
      say(key: string, named?: Record<string, any>): string;
      count(key: string, n: number, named?: Record<string, any>): string;
      focus(element: any, still?: boolean): void;
      speak(strings: Record<string, any>, lang: string): void;
      number(value: number): string;
    };
    frame: { problems(session: Session): void; clearance(): void; load(within: ParentNode): void };
    /** Puts what is mixed into the order of an attempt; only where something is. */
    mix?(form: any, question: Question, attempt: number): void;
    /** What an author says to an answer, as a copy; only where there are questions. */
    reply(form: any, key: string): any;
    parts: ((session: Session, data: Data) => void)[];
    /** What is said when: begin, end, sentence; loads behind the page, where it was asked for. */
    heard?: { sound?: [number, number, string][]; film?: [number, number, string][] };
    /** Fills the result of the closing page; only where there are questions. */
    summary?: (box: any, session: Session, data: Data) => void;
  }
}
