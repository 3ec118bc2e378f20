"""Cuts Debian's Inter down to what the interface shows.

usage: fonts.py FOLDER_WITH_INTER OUT_FOLDER

Three things happen to each weight. Digits become the tabular ones, because Inter's own are proportional and Dear ImGui
cannot switch an OpenType feature on: a number that changes must not make its neighbours jump. The glyphs are cut to
Latin and the few signs in use. The cubic outlines become quadratic ones (TrueType), which stb_truetype reads best.
"""
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

WEIGHTS = ["Regular", "SemiBold", "Bold"]
CHARACTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x180),        # Latin, Latin-1, Latin Extended-A
    *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2039, 0x203A,  # dashes, quotes, bullet, ellipsis, narrow space, per mille
    0x20AC, *range(0x2190, 0x2196), 0x21BA, 0x21BB, 0x2122,  # euro, arrows, trade mark
    0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x221E,          # minus, about, unequal, bounds, infinity
    *map(ord, "ΔΣσμ²³⁻⁰¹⁴⁵⁶⁷⁸⁹■□▪▲△▶▷▼▽◀◁◆◇●○✓✗×★☆⌘⏎⌫"),
]
MAX_ERROR = 1.0  # font units of 2048 or more to the em: far below a pixel at any size in use


def tabular_digits(font):
    """Lets the digits map to the glyphs of the 'tnum' feature."""
    swaps = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    for table in font["cmap"].tables:
        for code in map(ord, "0123456789"):
            if table.cmap.get(code) in swaps:
                table.cmap[code] = swaps[table.cmap[code]]


def keep_only(font, characters):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright and licence stay in the file
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "MVAR"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)


def to_quadratic(font):
    order, glyphs, outlines = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphs, font["glyf"].glyphOrder = outlines, order
    font["maxp"].tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def main(source, out):
    for weight in WEIGHTS:
        font = TTFont(f"{source}/Inter-{weight}.otf", recalcTimestamp=False)
        tabular_digits(font)
        keep_only(font, CHARACTERS)
        to_quadratic(font)
        font.save(f"{out}/Inter-{weight}.ttf")


main(*sys.argv[1:])
