// Saves a donor's ticket as one picture: draws what the card says on a canvas. The page is whole without this file.
(() => {
  const card = document.getElementById("ve");
  const button = document.getElementById("luu-ve");
  const code = card?.querySelector("img");
  if (!card || !button || !code || !HTMLCanvasElement.prototype.toBlob) return;
  button.hidden = false;

  const WIDTH = 720;
  const EDGE = 48;
  const FAMILY = getComputedStyle(document.body).fontFamily;
  const text = (node) => (node ? node.textContent.trim() : "");

  /** Writes in lines that fit; answers where the next may begin. */
  const write = (pen, words, top, { size, weight = 400, colour = "#26181c", centre = false }) => {
    pen.font = `${weight} ${size}px ${FAMILY}`;
    pen.fillStyle = colour;
    pen.textAlign = centre ? "center" : "left";
    pen.textBaseline = "top";
    const room = WIDTH - 2 * EDGE;
    const lines = [""];
    for (const word of words.split(/\s+/)) {
      const last = lines[lines.length - 1];
      const longer = last === "" ? word : `${last} ${word}`;
      if (last !== "" && pen.measureText(longer).width > room) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    // Stacked marks need air.
    for (const line of lines) {
      pen.fillText(line, centre ? WIDTH / 2 : EDGE, top);
      top += size * 1.5;
    }
    return top;
  };

  const draw = (pen) => {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, WIDTH, pen.canvas.height);
    const band = document.querySelector(".demo");
    let top = 40;
    if (band)
      top = write(pen, text(band), top, { size: 26, weight: 700, colour: "#5b3a00", centre: true }) + 8;
    top = write(pen, text(card.querySelector(".top span")), top, {
      size: 30,
      colour: "#b4234a",
      weight: 600,
    });
    top = write(pen, text(card.querySelector(".top b")), top, { size: 46, weight: 700 }) + 20;
    for (const line of card.querySelectorAll("dl div")) {
      top = write(pen, text(line.querySelector("dt")), top, { size: 24, colour: "#6b5a5f" });
      top = write(pen, text(line.querySelector("dd")), top, { size: 34, weight: 600 }) + 14;
    }
    const side = 420;
    pen.imageSmoothingEnabled = false;
    pen.drawImage(code, (WIDTH - side) / 2, top, side, side);
    top = write(pen, text(card.querySelector(".code b")), top + side + 16, {
      size: 32,
      weight: 700,
      centre: true,
    });
    return top + 40;
  };

  button.addEventListener("click", () => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = 10;
    // Once to measure, once to draw.
    canvas.height = Math.ceil(draw(canvas.getContext("2d")));
    draw(canvas.getContext("2d"));
    canvas.toBlob((picture) => {
      if (!picture) return;
      const address = URL.createObjectURL(picture);
      const link = document.createElement("a");
      link.href = address;
      link.download = card.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    }, "image/png");
  });
})();
