// Going through the picture with the arrow keys: up and down the tree, along the ring.
import type { Layout, Spot } from "./layout.ts";

const along = ({ spots }: Layout, { unit }: Spot, by: number): Spot | undefined => {
  const ring = spots.filter((spot) => spot.unit.depth === unit.depth).sort((a, b) => a.angle - b.angle);
  const at = ring.findIndex((spot) => spot.unit === unit);
  return ring[(at + by + ring.length) % ring.length];
};

/** The spot a key leads to from `here`; undefined for keys that lead nowhere. */
export function keyLeadsTo(key: string, layout: Layout, here: Spot): Spot | undefined {
  const { parent, children } = here.unit;
  switch (key) {
    case "ArrowUp":
      return parent === null ? here : layout.spots[parent];
    case "ArrowDown":
      return layout.spots[children[Math.floor((children.length - 1) / 2)] ?? here.unit.index];
    case "ArrowRight":
      return along(layout, here, 1);
    case "ArrowLeft":
      return along(layout, here, -1);
    case "Home":
      return layout.spots[0];
    default:
      return undefined;
  }
}
