// What the cost calculator and the training pack work with.
interface FigureRange {
  low: number;
  high: number;
}

type Figures = Record<"clients" | "unit" | "staff" | "salary" | "other", FigureRange | null>;

type Combine = (one: FigureRange | null, other: FigureRange | null) => FigureRange | null;

interface Place {
  address: string;
  title: string;
  note: string;
  slide: string;
  minutes: number;
  language: string;
  code: string;
  told: string;
}

interface Pack {
  name: string;
  places: Place[];
}
