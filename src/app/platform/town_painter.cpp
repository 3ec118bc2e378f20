#include "app/platform/town_painter.h"

#include <GLES3/gl3.h>

#include <cmath>
#include <cstdio>
#include <cstring>

#include "imgui.h"

namespace parley::platform {
namespace {

// A dot is a point; the circle is cut out of its square with a soft edge of one pixel.  Not instanced squares: drawn in software,
// ten thousand instances took 190 ms, as many points 10 ms.
constexpr const char* kVertex = R"(#version 300 es
layout(location = 0) in vec2 seat;     // -1..1
layout(location = 1) in uint rung;
uniform vec2 centre, scale;            // of the picture, pixels
uniform vec2 screen;                   // pixels
uniform float radius;                  // of a dot, pixels
uniform vec4 palette[6];
flat out vec4 colour;
flat out float inner;                  // radius of the hole
void main() {
    vec2 at = (centre + seat * scale) / screen * 2.0 - 1.0;
    gl_Position = vec4(at.x, -at.y, 0.0, 1.0);
    gl_PointSize = 2.0 * radius + 2.0;
    colour = palette[min(rung, 5u)];
    inner = rung == 5u ? max(radius - max(1.0, radius * 0.35), 0.0) : -1.0;
}
)";
constexpr const char* kFragment = R"(#version 300 es
precision highp float;
flat in vec4 colour;
flat in float inner;
uniform float radius;
out vec4 pixel;
void main() {
    float distance = length((gl_PointCoord - 0.5) * (2.0 * radius + 2.0));
    float cover = clamp(radius + 0.5 - distance, 0.0, 1.0) * clamp(distance - inner + 0.5, 0.0, 1.0);
    pixel = vec4(colour.rgb, colour.a * cover);
}
)";

struct Buffers {
    GLuint layout = 0, seats = 0, rungs = 0;  // layout: vertex array
    std::uint64_t seats_mark = 0, stamp = 0;
    std::size_t dots = 0;
};

struct Program {
    GLuint program = 0;
    GLint centre = 0, scale = 0, screen = 0, radius = 0, palette = 0;
};

Program shader;
Buffers towns[2];

GLuint compile(GLenum kind, const char* text) {
    const GLuint part = glCreateShader(kind);
    glShaderSource(part, 1, &text, nullptr);
    glCompileShader(part);
    GLint fine = 0;
    glGetShaderiv(part, GL_COMPILE_STATUS, &fine);
    if (!fine) {
        char log[1024] = "";
        glGetShaderInfoLog(part, sizeof log, nullptr, log);
        std::fprintf(stderr, "town shader: %s\n", log);
    }
    return part;
}

Program make_program() {
    Program p;
    p.program = glCreateProgram();
    const GLuint parts[] = {compile(GL_VERTEX_SHADER, kVertex), compile(GL_FRAGMENT_SHADER, kFragment)};
    for (const GLuint part : parts) glAttachShader(p.program, part);
    glLinkProgram(p.program);
    for (const GLuint part : parts) glDeleteShader(part);
    p.centre = glGetUniformLocation(p.program, "centre");
    p.scale = glGetUniformLocation(p.program, "scale");
    p.screen = glGetUniformLocation(p.program, "screen");
    p.radius = glGetUniformLocation(p.program, "radius");
    p.palette = glGetUniformLocation(p.program, "palette");
    return p;
}

Buffers make_buffers() {
    Buffers b;
    glGenVertexArrays(1, &b.layout);
    glGenBuffers(1, &b.seats);
    glGenBuffers(1, &b.rungs);
    glBindVertexArray(b.layout);
    glBindBuffer(GL_ARRAY_BUFFER, b.seats);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(Seat), nullptr);
    glBindBuffer(GL_ARRAY_BUFFER, b.rungs);
    glEnableVertexAttribArray(1);
    glVertexAttribIPointer(1, 1, GL_UNSIGNED_BYTE, 1, nullptr);
    return b;
}

// Tells other seats from the same ones: a sample of them is enough, since all move when any does.
std::uint64_t mark_of(const Seats& seats) {
    std::uint64_t mark = seats.of.size() + 1;
    const std::size_t stride = seats.of.size() / 256 + 1;
    for (std::size_t i = 0; i < seats.of.size(); i += stride) {
        std::uint64_t bits;
        std::memcpy(&bits, &seats.of[i], sizeof bits);
        mark = (mark ^ bits) * 0x9e3779b97f4a7c15u;
        mark ^= mark >> 29;
    }
    return mark | 1;
}

void upload(Buffers& b, const TownPicture& picture) {
    const std::size_t n = picture.rungs.size();
    const std::uint64_t mark = mark_of(*picture.seats);
    const bool moved = mark != b.seats_mark || n != b.dots;
    if (moved) {
        glBindBuffer(GL_ARRAY_BUFFER, b.seats);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(n * sizeof(Seat)), picture.seats->of.data(), GL_STATIC_DRAW);
        b.seats_mark = mark;
        b.dots = n;
    }
    if (moved || picture.stamp != b.stamp) {
        glBindBuffer(GL_ARRAY_BUFFER, b.rungs);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(n), picture.rungs.data(), GL_DYNAMIC_DRAW);
        b.stamp = picture.stamp;
    }
}

}  // namespace

void paint_town(const ImDrawList*, const ImDrawCmd* command) {
    const auto slot = static_cast<std::size_t>(reinterpret_cast<std::intptr_t>(command->UserCallbackData));
    const TownPicture& picture = town_picture(static_cast<int>(slot));
    if (picture.rungs.empty()) return;
    if (!shader.program) shader = make_program();
    Buffers& b = towns[slot];
    if (!b.layout) b = make_buffers();
    glBindVertexArray(b.layout);
    upload(b, picture);

    // CSS pixels to device pixels; GL counts rows from below.
    const ImDrawData* frame = ImGui::GetDrawData();
    const float ratio = frame->FramebufferScale.x, height = frame->DisplaySize.y * ratio;
    const ImVec4 clip = command->ClipRect;
    glScissor(static_cast<GLint>(clip.x * ratio), static_cast<GLint>(height - clip.w * ratio),
              static_cast<GLsizei>((clip.z - clip.x) * ratio), static_cast<GLsizei>((clip.w - clip.y) * ratio));
    glUseProgram(shader.program);
    glUniform2f(shader.centre, (picture.x + picture.w / 2) * ratio, (picture.y + picture.h / 2) * ratio);
    glUniform2f(shader.scale, picture.h / 2 * ratio, picture.h / 2 * ratio);
    glUniform2f(shader.screen, frame->DisplaySize.x * ratio, height);
    glUniform1f(shader.radius, picture.seats->dot * picture.h / 2 * ratio);
    GLfloat colours[24];
    for (std::size_t i = 0; i < 24; ++i)
        colours[i] = static_cast<GLfloat>(picture.palette[i / 4] >> (8 * (i % 4)) & 0xFF) / 255;
    glUniform4fv(shader.palette, 6, colours);
    glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(picture.rungs.size()));
}

void forget_towns() {
    shader = {};
    for (Buffers& town : towns) town = {};
}

}  // namespace parley::platform
