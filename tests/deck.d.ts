/** What the scripts of a deck hang on their one global. */
declare namespace Lessonkit {
  interface Deck {
    root: HTMLElement;
    slides: HTMLElement[];
    /** Tells the deck apart from others in the messages of its two windows. */
    mark: string;
    say(key: string, named: Record<string, any>): string;
    /** Number of the slide that holds what has that id; -1: none does. */
    find(id: string): number;
    go(to: number, quiet?: boolean): void;
    here(): number;
    onChange(listener: (at: number) => void): void;
    fit(): void;
    present(): void;
    startPresenting(): void;
    listen(): void;
  }
}
