#include "model/detmath.h"

namespace parley {

double normal_from(double u) {
    const double q = u - 0.5;
    if (q > -0.425 && q < 0.425) {
        const double r = 0.180625 - q * q;
        return q *
               (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r +
                   13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608) /
               (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r +
                   5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1.0);
    }
    double r = std::sqrt(-log(q < 0 ? u : 1.0 - u));
    double z;
    if (r <= 5.0) {
        r -= 1.6;
        z = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r +
                3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734) /
            (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r +
                0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1.0);
    } else {
        r -= 5.0;
        z = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r +
                0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772) /
            (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r +
                0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1.0);
    }
    return q < 0 ? -z : z;
}

int poisson_from(double mean, double u) {
    if (mean <= 0) return 0;
    if (mean > 30) {
        const double count = mean + std::sqrt(mean) * normal_from(u) + 0.5;
        return count <= 0 ? 0 : count >= 1e5 ? 100000 : static_cast<int>(count);
    }
    int count = 0;
    double term = exp(-mean), sum = term;
    while (u >= sum && count < 200) {
        ++count;
        term *= mean / count;
        sum += term;
    }
    return count;
}

double log_gamma_draw(const Stream& stream, std::uint64_t customer, std::uint64_t slot, double shape) {
    // A shape below 1 is drawn at shape + 1 and scaled by U^(1/shape).
    double boost = 0;
    if (shape < 1) {
        boost = log(stream.uniform(customer, slot)) / shape;
        shape += 1;
    }
    const double d = shape - 1.0 / 3.0, c = 1.0 / std::sqrt(9.0 * d);
    double v = 1;
    for (int attempt = 0; attempt < 31; ++attempt) {  // 31 refusals in a row: less than one in 10^40
        const double x = normal_from(stream.uniform(customer, slot + 1 + 2 * attempt));
        const double t = 1.0 + c * x;
        if (t <= 0) continue;
        v = t * t * t;
        const double u = stream.uniform(customer, slot + 2 + 2 * attempt);
        if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) break;
    }
    return log(d * v) + boost;
}

}  // namespace parley
