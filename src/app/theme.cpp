#include "app/theme.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/embedded_fonts.h"
#include "imgui.h"

namespace parley {
namespace {

// clang-format off
constexpr Palette kLight{
    .dark = false,
    .page = rgb(0xF7F7F5), .paper = rgb(0xFFFFFF),
    .line = rgb(0xE5E4E0), .track = rgb(0xDAD8D2), .grid = rgb(0xEFEEEA),
    .ink = rgb(0x111827), .soft = rgb(0x5B6370), .faint = rgb(0xA3A8B0),
    .hover = rgb(0xF3F2EE), .pressed = rgb(0xE9E8E3),
    .button = rgb(0x111827), .button_text = rgb(0xFFFFFF),
    .scrim = rgb(0x1B1B18, 110), .shadow = rgb(0x111827, 14),
    .arms = {{
        {rgb(0xD55E00), rgb(0xA84300),
         {rgb(0xCBCCCE), rgb(0xF2C6A0), rgb(0xEC9A55), rgb(0xD55E00), rgb(0x7F3000), rgb(0x9AA0A8)}},
        {rgb(0x0072B2), rgb(0x005A8C),
         {rgb(0xCBCCCE), rgb(0xABCDE5), rgb(0x62A6D3), rgb(0x0072B2), rgb(0x003C61), rgb(0x9AA0A8)}},
        {rgb(0x4B5563), rgb(0x4B5563),
         {rgb(0xCBCCCE), rgb(0xB6BBC2), rgb(0x878E99), rgb(0x4B5563), rgb(0x1F2937), rgb(0x9AA0A8)}},
    }}};

constexpr Palette kDark{
    .dark = true,
    .page = rgb(0x10151F), .paper = rgb(0x1A2130),
    .line = rgb(0x2B3445), .track = rgb(0x3A4456), .grid = rgb(0x262F3F),
    .ink = rgb(0xF9FAFB), .soft = rgb(0xB4BBC6), .faint = rgb(0x6B7484),
    .hover = rgb(0x232C3D), .pressed = rgb(0x2D3749),
    .button = rgb(0xF9FAFB), .button_text = rgb(0x10151F),
    .scrim = rgb(0x000000, 150), .shadow = rgb(0x000000, 40),
    .arms = {{
        {rgb(0xE69F00), rgb(0xE69F00),
         {rgb(0x465063), rgb(0x6E5726), rgb(0xA9791A), rgb(0xE69F00), rgb(0xFFDC8F), rgb(0x7D8796)}},
        {rgb(0x56B4E9), rgb(0x56B4E9),
         {rgb(0x465063), rgb(0x2E5673), rgb(0x3D83B2), rgb(0x56B4E9), rgb(0xCBE9FB), rgb(0x7D8796)}},
        {rgb(0x9CA3AF), rgb(0x9CA3AF),
         {rgb(0x465063), rgb(0x5A6474), rgb(0x7A8494), rgb(0x9CA3AF), rgb(0xE5E7EB), rgb(0x7D8796)}},
    }}};
// clang-format on

const Palette* palette_in_force = &kLight;
Fonts fonts_in_force;

// What the atlas holds now.
struct Made {
    TypeSizes type = type_sizes(1366, 768);
    float pixel_ratio = 0, ui_scale = 0;
} made;

// Characters an interface may show: those that web/third_party/fonts.py keeps.
constexpr ImWchar kCharacters[] = {
    0x20,   0x7E,   0xA0,   0x17F,  0x394,  0x394,  0x3A3,  0x3A3,  0x3BC,  0x3BC,  0x3C3,  0x3C3,  0x2010, 0x2027, 0x202F, 0x2030,
    0x2039, 0x203A, 0x2070, 0x2079, 0x20AC, 0x20AC, 0x2122, 0x2122, 0x2190, 0x2195, 0x21BA, 0x21BB, 0x2206, 0x2206, 0x2212, 0x2212,
    0x221E, 0x221E, 0x2248, 0x2248, 0x2260, 0x2265, 0x25A0, 0x25CF, 0x2605, 0x2606, 0x2713, 0x2717, 0};

const EmbeddedFile* find_font(const char* weight) {
    for (std::size_t i = 0; i < kEmbeddedFontCount; ++i)
        if (std::strstr(kEmbeddedFonts[i].name, weight)) return &kEmbeddedFonts[i];
    return nullptr;
}

// Inter's line is 1.21 em high; ImGui counts font sizes as that height.
constexpr float kInterLine = 3408.0f / 2816.0f;

Face make_face(const char* weight, float em, float pixel_ratio) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const EmbeddedFile* file = find_font(weight);
    ImFontConfig config;
    config.RasterizerDensity = pixel_ratio;
    if (!file) {  // tests without fonts
        if (atlas.Fonts.empty()) atlas.AddFontDefault();
        return {atlas.Fonts[0], em, std::round(em)};
    }
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = em * pixel_ratio > 28 ? 1 : 2;
    config.OversampleV = 1;
    float height = em * kInterLine;
    ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(file->data), static_cast<int>(file->size), height,
                                              &config, kCharacters);
    return {font, em, height};
}

}  // namespace

Colour fade(Colour colour, float alpha) {
    float a = static_cast<float>(colour >> 24) * std::clamp(alpha, 0.0f, 1.0f);
    return (colour & 0xFFFFFF) | (static_cast<Colour>(a + 0.5f) << 24);
}

Colour mix(Colour from, Colour to, float t) {
    Colour out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        float a = static_cast<float>((from >> shift) & 255), b = static_cast<float>((to >> shift) & 255);
        out |= static_cast<Colour>(a + (b - a) * std::clamp(t, 0.0f, 1.0f) + 0.5f) << shift;
    }
    return out;
}

const Palette& palette() { return *palette_in_force; }
const Fonts& fonts() { return fonts_in_force; }

void apply_theme(bool dark, float scale) {
    palette_in_force = dark ? &kDark : &kLight;
    const Palette& c = *palette_in_force;
    ImGuiStyle style;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.FramePadding = {12, 8};
    style.ItemSpacing = {10, 8};
    style.FrameRounding = 6;
    style.AntiAliasedLinesUseTex = false;  // textured lines are cut off in thin dashes
    style.CurveTessellationTol = 0.6f;
    style.CircleTessellationMaxError = 0.25f;
    style.ScaleAllSizes(scale);
    style.Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(c.page);
    style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(c.ink);
    ImGui::GetStyle() = style;
}

void load_fonts(float pixel_ratio, float ui_scale) {
    made.pixel_ratio = pixel_ratio;
    made.ui_scale = ui_scale;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    auto face = [&](const char* weight, float em) { return make_face(weight, std::round(em * ui_scale), pixel_ratio); };
    const TypeSizes& t = made.type;
    Fonts& f = fonts_in_force;
    f.body = face("Regular", t.body);  // the first is ImGui's default
    f.strong = face("SemiBold", t.body);
    f.small = face("Regular", t.small);
    f.small_strong = face("SemiBold", t.small);
    f.subline = face("Regular", t.subline);
    f.title = face("SemiBold", t.title);
    f.number = face("Bold", t.number);
    f.headline = face("Bold", t.headline);
    f.axis = f.small;
    f.caps = face("SemiBold", std::max(12.0f, t.small - 2));
    atlas.Build();
}

bool fit_fonts(float width, float height, float pixel_ratio, bool projector, float ui_scale) {
    TypeSizes wanted = type_sizes(width, height, projector && width >= height);
    if (made.type == wanted && made.pixel_ratio == pixel_ratio && made.ui_scale == ui_scale) return false;
    made.type = wanted;
    load_fonts(pixel_ratio, ui_scale);
    return true;
}

}  // namespace parley
